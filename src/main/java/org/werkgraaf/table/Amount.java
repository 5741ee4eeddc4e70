package org.werkgraaf.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money in a cell.
 *
 * @param value how much
 * @param currency ISO 4217 code; absent when the table is not in one
 */
public record Amount(BigDecimal value, @Nullable String currency) {}
