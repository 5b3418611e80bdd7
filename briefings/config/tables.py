"""What every table of the settings is made of."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

ProfileName = Literal["principal", "desk"]
LanguageCode = Literal["tr", "en"]


class Table(BaseModel):
    """A table of the file: frozen, and an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Table):
    """A text in both interface languages."""

    tr: str = ""
    en: str = ""

    def in_language(self, language: str) -> str:
        """Give the text in a language, else in the other one."""
        return (self.tr or self.en) if language == "tr" else (self.en or self.tr)
