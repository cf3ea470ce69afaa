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
    captions_and_tables_belong_together,
    captions_are_numbered_in_order,
    captions_have_one_form,
    contents_list_fits_headings,
    heading_letters_follow_each_other,
    headings_are_numbered_in_order,
    list_items_follow_each_other,
    listed_pages_run_forward,
    references_point_to_what_exists,
    table_lists_fit_captions,
    table_rows_are_numbered_in_order,
    tables_are_referred_to,
    what_is_announced_follows,
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
    contents_list_fits_headings.ATURAN,
    table_lists_fit_captions.ATURAN,
    listed_pages_run_forward.ATURAN,
    headings_are_numbered_in_order.ATURAN,
    list_items_follow_each_other.ATURAN,
    table_rows_are_numbered_in_order.ATURAN,
    captions_have_one_form.ATURAN,
    references_point_to_what_exists.ATURAN,
    what_is_announced_follows.ATURAN,
    captions_and_tables_belong_together.ATURAN,
    tables_are_referred_to.ATURAN,
    words_are_not_doubled.ATURAN,
    heading_letters_follow_each_other.ATURAN,
)
