"""How a letter's text falls into paragraphs, and that each of their characters keeps its place."""

import time

import pytest

from tasks.reading.pages import read_pages

CUT = "我局将在年底前建成口袋公园六处，并完成沿河步道的修\n\n缮。"


def texts(text):
    return [passage.text for passage in read_pages(text).passages]


def test_a_paragraph_cut_by_a_page_break_is_one_again():
    assert texts(CUT) == ["我局将在年底前建成口袋公园六处，并完成沿河步道的修缮。"]


@pytest.mark.parametrize("mark", ["- 3 -", "— 12 —", "3", "第3页 共5页", "－２－", "\f"])
def test_page_numbers_between_the_halves_are_left_out(mark):
    assert texts(CUT.replace("\n\n", f"\n\n{mark}\n\n")) == texts(CUT)


def test_a_title_cut_in_two_by_a_page_is_rejoined():
    assert texts("县里印发了《柳泉县古树\n\n名木保护办法》。") == ["县里印发了《柳泉县古树名木保护办法》。"]


@pytest.mark.parametrize(
    "text",
    [
        "一、关于步道修缮\n\n年底前完成。",
        "柳泉市文化局\n\n2024年3月5日",
        "柳泉市文化局\n\n关于第7号提案的答复",
        "步道年底前完成。\n\n桥梁明年开工。",
        "我局将认真办理，\n\n二、关于桥梁",
        "我局将认真办理，谢谢支持\n\n联系人：甲某",
        "我局将认真办理，谢谢支持\n\n2024年3月5日",
    ],
)
def test_what_begins_anew_stays_apart(text):
    assert len(texts(text)) == 2


def test_a_table_is_read_row_by_row_with_bars_between_its_cells():
    piped = "| 事项 | 时限 |\n| --- | --- |\n| 修桥 | 6月底前 |"
    tabbed = "事项\t时限\n----\t----\n修桥\t6月底前\t"
    assert texts(piped) == ["事项|时限", "修桥|6月底前"]
    assert texts(tabbed) == ["事项|时限", "修桥|6月底前"]


def test_an_empty_cell_keeps_its_column():
    assert texts("A类\t√\tB类\t\tC类") == ["A类|√|B类||C类"]


@pytest.mark.parametrize("text", [CUT, "委员姓名\t甲 某\n\n　　步道　2024 年 底前 完成。", "| 修桥 | 6月 |"])
def test_every_character_stands_where_its_place_says(text):
    for passage in read_pages(text).passages:
        for char, place in zip(passage.text, passage.places, strict=True):
            assert text[place] == char or (char, text[place]) == ("|", "\t")


def test_a_span_over_a_page_break_covers_both_halves():
    passage = read_pages(CUT).passages[0]
    at = passage.text.index("修缮")
    span = passage.span(at, at + 2)
    assert CUT[span.start : span.end] == "修\n\n缮"


@pytest.mark.parametrize("unit", ["（", "《", "字", "字\n", "（\n", "，\n", "|", "\t", "-", "\n", " ", "一、", "“"])
def test_hostile_text_takes_linear_time(unit):
    begin = time.perf_counter()
    read_pages(unit * 100_000)
    assert time.perf_counter() - begin < 2
