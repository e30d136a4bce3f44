"""Whom this colleague worked for today."""
