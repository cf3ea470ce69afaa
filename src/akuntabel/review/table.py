"""The table of rules, in the order in which they answer. A new rule is a file, a line here, and its cases."""

from __future__ import annotations

from akuntabel.review.aturan import Aturan
from akuntabel.review.rules.aritmetika import columns_add_up, rows_add_up, share_of_budget_fits
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
    words_agree_with_digits.ATURAN,
    nip_is_well_built.ATURAN,
    captions_are_numbered_in_order.ATURAN,
    list_items_follow_each_other.ATURAN,
    table_rows_are_numbered_in_order.ATURAN,
    words_are_not_doubled.ATURAN,
)
