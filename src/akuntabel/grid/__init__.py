"""What a workbook or CSV holds before it means anything."""
