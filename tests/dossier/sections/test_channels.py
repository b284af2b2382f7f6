"""Channels in the dossier."""

from lxml import etree

from entrepot.dossier.sections.channels import render_channels
from entrepot.dossier.view import view_case
from tests.dossier.channel_samples import channel_case
from tests.dossier.samples import full_case


def test_a_channel_is_shown_by_its_question_with_a_verdict_a_line():
    section = etree.HTML(render_channels(view_case(channel_case())).text)
    lines = ["".join(item.itertext()) for item in section.xpath("//ul[@class='line-chips']/li")]
    assert lines == [
        "Reports: cannot tell",
        "Listed parties: cannot tell",
        "Law: does not support the channel",
        "Customs records: cannot tell",
        "Routes: cannot tell",
    ]
    assert "Do goods subject to sanctions reach Iran through Belarus?" in "".join(section.itertext())


def test_a_case_without_channels_says_so():
    assert "No channel of this case was assessed." in render_channels(view_case(full_case())).text
