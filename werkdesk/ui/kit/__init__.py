"""The design system: tokens, theme and widgets that every screen is built from. This file imports nothing.

Start: ``theme.apply(app)``; change: ``theme.switch(app, theme=tokens.DARK, scale=1.5)``.
``theme.preferred(app)`` is what the computer is set to. No screen names a
colour or a pixel; sentences come in as arguments. ``gallery.gallery_window()`` shows everything at work.

============== ==========================================================================================
module         what it has
============== ==========================================================================================
tokens         ``LIGHT DARK CONTRAST``, ``Theme``, ``Tone`` (NEUTRAL ACCENT GOOD WARN BAD), ``Density``
look           ``look()``: the look in force, for painted widgets
theme          ``apply``, ``switch``, ``preferred``, ``palette``
contrast       ``ratio``, ``problems(theme)``
layout         ``Column Row Grid`` with token gaps; ``.put(widget, layout, 1)``, a number is a stretch;
``clear`` label          ``Label(text, role, tone=, wrap=)``: always plain text; roles: figure name question
title body strong label caption
card           ``Page Card(title, remark) Panel TopBar Separator Clear``; ``card.put(...)``, ``card.head``
buttons        ``PrimaryButton OutlineButton PlainButton DangerButton (text, key, icon=)``
keycap         ``KeyCap``, ``legend("Ctrl+Return")``
field          ``Field`` base: ``typed left value() set_value() show_error() show_hint() wipe()``;
               ``help_key_of(widget)``, ``point_at(fields, name, sentence)``
text_field     ``TextField(label, check=, limit=, over=, secret=)``, ``DateField(label, read=, explain=)``
note_field     ``NoteField(label, lines=, limit=, over=)``
pick_field     ``PickField(label, [(value, text)])``: closed list that opens
choice_row     ``Option(value, text, key, note, note_tone)``
choices        ``ChoiceList(question, options)``: ``chosen(str)``; ``TickList``: ``changed(tuple)``; digits
answer badge          ``Badge(text, tone)``
identity_card  ``Identity``, ``IdentityCard``; ``bsn_asked``, ``reveal_bsn``
date_line      ``LegalDate``, ``DatesCard(title, nothing)``: Wat nu loopt
rail           ``Rail(heading, [Place(name, text, icon)])``: ``went(str)``, ``go``, ``show_count``,
``show_foot`` search_box     ``SearchBox``: ``typed entered stepped escaped``
notice         ``Notice``, ``NoticeBar``: a line with an action and a countdown
status_line    ``StatusLine``: ``show_facts``, ``notify``, ``pill``
sync_pill      ``SyncPill``, ``SyncState``
rows_model     ``TableColumn(title, text, width, style, tone, right, leaves, short)``
column_fit     ``fit_columns(room, needs)``; ``column_widths`` measures words for it: who gives up, who goes
table          ``QuietTable(name, columns, key=, nothing=)``: ``show_rows opened picked chosen choose``
hits           ``HitsPanel`` under the search box, ``Hit(key, name, line, chips)``; never reorders under the
cursor scroll         ``Scroll(gap=, margins=)``: ``put``; what does not fit scrolls instead of being cut
pages          ``Pages``: ``add(name, factory)``, ``go(name)``; built at first showing
cover          ``Cover(heading, title, sentence, foot)``: sign in, lock, cover screen
who_line       ``top_under``, ``WhoLine``: a panel hangs under the identity card, or says the name itself
side_panel     ``HelpPanel.show_help(title, text, doors)`` (F1); ``KeyCard.show_keys(...)`` (Ctrl+F1)
choice_strip   ``ChoiceStrip(name, options)``: a choice list that lies down; ``show_notes``
page_view      ``PageView(name, page_name)``: ``show_pages(count, ask)``, ``put(page, image)``, zoom
message        ``Message``: the only dialog
tips           ``set_tip(widget, text)``
clipboard      ``SecretClipboard``: copy a BSN on purpose, wiped after 30 s
hold_to_show   ``HoldToShow``: a masked number, whole while held
tasks          ``Tasks``: ``run(owner, lane, work, done, failed)``, ``changed``, ``unclaimed``
icons          ``icon(name)``; names in ``NAMES``; always beside a word
announce       ``announce(widget, sentence)``: to a screen reader
============== ==========================================================================================
"""
