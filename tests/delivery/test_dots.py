"""A line of one dot ends no message."""

from __future__ import annotations

from datetime import UTC, datetime

from briefings.config.delivery import Server
from briefings.delivery.message import Head, Message, Person
from briefings.delivery.transports import Smtp
from tests.delivery.servers import listening

DATA = b"To: b@x.example\r\nSubject: s\r\n\r\n.\r\n..\r\n.a\r\nend\r\n"


def test_lines_that_begin_with_a_dot_arrive_as_they_are() -> None:
    head = Head(Person("a@x.example"), "", Person("b@x.example"), "s", datetime(2025, 12, 4, tzinfo=UTC), "<i@x>", "l")
    with listening() as mailbox:
        line = Smtp(Server(host="127.0.0.1", port=mailbox.port, tls="none"), "x.example", None, None)
        line.ready()
        assert line.send(Message(head, DATA)).state == "sent"
        line.close()
    assert [taken.data for taken in mailbox.taken] == [DATA]
