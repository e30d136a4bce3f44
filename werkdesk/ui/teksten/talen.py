"""Languages of the counter by ISO 639-1 code, in the order of the alphabet of their Dutch names."""

from __future__ import annotations

from types import MappingProxyType

TALEN = MappingProxyType(
    {
        "nl": "Nederlands",
        "sq": "Albanees",
        "am": "Amhaars",
        "ar": "Arabisch",
        "hy": "Armeens",
        "az": "Azerbeidzjaans",
        "bn": "Bengaals",
        "bs": "Bosnisch",
        "bg": "Bulgaars",
        "zh": "Chinees",
        "da": "Deens",
        "de": "Duits",
        "en": "Engels",
        "et": "Ests",
        "fa": "Farsi",
        "fi": "Fins",
        "fr": "Frans",
        "ka": "Georgisch",
        "el": "Grieks",
        "he": "Hebreeuws",
        "hi": "Hindi",
        "hu": "Hongaars",
        "id": "Indonesisch",
        "it": "Italiaans",
        "ja": "Japans",
        "ku": "Koerdisch",
        "ko": "Koreaans",
        "hr": "Kroatisch",
        "lv": "Lets",
        "lt": "Litouws",
        "mk": "Macedonisch",
        "ne": "Nepalees",
        "no": "Noors",
        "uk": "Oekraïens",
        "om": "Oromo",
        "ps": "Pasjtoe",
        "pl": "Pools",
        "pt": "Portugees",
        "pa": "Punjabi",
        "ro": "Roemeens",
        "ru": "Russisch",
        "sr": "Servisch",
        "sk": "Slowaaks",
        "sl": "Sloveens",
        "so": "Somalisch",
        "es": "Spaans",
        "sw": "Swahili",
        "tl": "Tagalog",
        "ta": "Tamil",
        "th": "Thai",
        "ti": "Tigrinya",
        "cs": "Tsjechisch",
        "tr": "Turks",
        "ur": "Urdu",
        "vi": "Vietnamees",
        "sv": "Zweeds",
    }
)


def taal_naam(code: str | None) -> str:
    """``Nederlands``; an unknown code is shown as it is, none as an empty text."""
    return TALEN.get(code, code) if code else ""
