"""The table of rules, in the order in which they answer. A new rule is a file, a line here, and its cases."""

from __future__ import annotations

from akuntabel.review.aturan import Aturan
from akuntabel.review.rules.aritmetika import (
    breakdown_adds_up,
    cells_hold_what_their_column_says,
    columns_add_up,
    numbers_are_whole,
    percent_in_sentence_fits,
    rest_is_budget_minus_spending,
    rows_add_up,
    share_of_budget_fits,
    shares_make_a_hundred,
    spending_within_budget,
    stated_change_fits,
)
from akuntabel.review.rules.identitas import nip_is_well_built
from akuntabel.review.rules.kata import words_agree_with_digits
from akuntabel.review.rules.struktur import (
    captions_are_numbered_in_order,
    list_items_follow_each_other,
    table_rows_are_numbered_in_order,
    words_are_not_doubled,
)

ATURAN: tuple[Aturan, ...] = (
    columns_add_up.ATURAN,
    rows_add_up.ATURAN,
    share_of_budget_fits.ATURAN,
    percent_in_sentence_fits.ATURAN,
    stated_change_fits.ATURAN,
    shares_make_a_hundred.ATURAN,
    rest_is_budget_minus_spending.ATURAN,
    spending_within_budget.ATURAN,
    breakdown_adds_up.ATURAN,
    numbers_are_whole.ATURAN,
    cells_hold_what_their_column_says.ATURAN,
    words_agree_with_digits.ATURAN,
    nip_is_well_built.ATURAN,
    captions_are_numbered_in_order.ATURAN,
    list_items_follow_each_other.ATURAN,
    table_rows_are_numbered_in_order.ATURAN,
    words_are_not_doubled.ATURAN,
)
