package org.werkgraaf.table;

/**
 * How a table is written as CSV. {@link #STANDARD} is what programs expect.
 *
 * @param separator what stands between the cells
 * @param byteOrderMark whether the file begins with the mark by which a spreadsheet knows UTF-8
 * @param decimalComma whether a comma stands before the decimals of a number
 */
public record CsvForm(char separator, boolean byteOrderMark, boolean decimalComma) {
    /** RFC 4180: commas, no mark, a point before the decimals. */
    public static final CsvForm STANDARD = new CsvForm(',', false, false);
}
