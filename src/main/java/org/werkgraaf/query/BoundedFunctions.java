package org.werkgraaf.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.E_StrSubstring;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.E_URI;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprDigest;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Puts functions that could run long, or make a value that is too large, under the meter of their query. ARQ looks whether a query was
 * cancelled between rows only; one expression can double a text or a number thirty times within a row.
 */
final class BoundedFunctions extends ExprTransformCopy {
    /** Larger numbers than these no question about the world needs: three thousand digits. */
    private static final int BITS_MAX = 10_000;
    /** A calendar walks month by month through a duration. */
    private static final BigDecimal DURATION_FIELD_MAX = BigDecimal.valueOf(1_000_000);

    private static final Set<Class<?>> ON_TEXT = Set.of(
            E_IRI.class,
            E_Str.class,
            E_StrDatatype.class,
            E_StrEncodeForURI.class,
            E_StrEndsWith.class,
            E_StrLang.class,
            E_StrLowerCase.class,
            E_StrStartsWith.class,
            E_StrUpperCase.class,
            E_URI.class);
    private static final Set<Class<?>> ARITHMETIC =
            Set.of(E_Add.class, E_Subtract.class, E_Multiply.class, E_Divide.class);

    /** The same searches by their names in XPath. */
    private static final Map<String, BiFunction<Expr, Expr, ExprFunction2>> SEARCHES = Map.of(
            OfferedFunctions.XPATH + "#contains", E_StrContains::new,
            OfferedFunctions.XPATH + "#substring-before", E_StrBefore::new,
            OfferedFunctions.XPATH + "#substring-after", E_StrAfter::new);

    private final Meter meter;

    BoundedFunctions(Meter meter) {
        this.meter = meter;
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        if (function instanceof E_BNode.BNode1) {
            return new LabelledNode(argument);
        }
        Expr copy = super.transform(function, argument);
        boolean long1 = function instanceof ExprDigest || ON_TEXT.contains(function.getClass());
        return long1 ? new One((ExprFunction1) copy) : copy;
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr first, Expr second) {
        Expr copy = super.transform(function, first, second);
        if (ARITHMETIC.contains(function.getClass())) {
            return new Two((ExprFunction2) copy, true);
        }
        if (TextSearch.SEARCHES.contains(function.getClass())) {
            return new TextSearch((ExprFunction2) copy, meter);
        }
        return ON_TEXT.contains(function.getClass()) ? new Two((ExprFunction2) copy, false) : copy;
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        if (function instanceof E_Regex) {
            return LinearRegex.match(arguments, meter);
        }
        if (function instanceof E_StrReplace) {
            return LinearRegex.replace(arguments, meter);
        }
        if (function instanceof E_StrSubstring) {
            return new Substring(arguments);
        }
        if (arguments.size() == 2
                && function instanceof E_Function call
                && SEARCHES.containsKey(call.getFunctionIRI())) {
            return new TextSearch(SEARCHES.get(call.getFunctionIRI()).apply(arguments.get(0), arguments.get(1)), meter);
        }
        Expr copy = super.transform(function, arguments);
        boolean longN = function instanceof E_StrConcat || function instanceof E_Function;
        return longN ? new Many((ExprFunctionN) copy) : copy;
    }

    private NodeValue bounded(NodeValue result) {
        meter.made(result.asNode());
        return result;
    }

    private final class One extends ExprFunction1 {
        private final ExprFunction1 original;

        One(ExprFunction1 original) {
            super(original.getArg(), original.getFunctionSymbol().getSymbol());
            this.original = original;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            meter.check();
            return bounded(original.eval(value));
        }

        @Override
        public NodeValue eval(NodeValue value, FunctionEnv environment) {
            meter.check();
            return bounded(original.eval(value, environment));
        }

        @Override
        public Expr copy(Expr argument) {
            return new One((ExprFunction1) original.copy(argument));
        }
    }

    private final class Two extends ExprFunction2 {
        private final ExprFunction2 original;
        private final boolean arithmetic;

        Two(ExprFunction2 original, boolean arithmetic) {
            super(
                    original.getArg1(),
                    original.getArg2(),
                    original.getFunctionSymbol().getSymbol(),
                    original.getOpName());
            this.original = original;
            this.arithmetic = arithmetic;
        }

        @Override
        public NodeValue eval(NodeValue first, NodeValue second) {
            refuse(first, second);
            return bounded(original.eval(first, second));
        }

        @Override
        public NodeValue eval(NodeValue first, NodeValue second, FunctionEnv environment) {
            refuse(first, second);
            return bounded(original.eval(first, second, environment));
        }

        private void refuse(NodeValue first, NodeValue second) {
            meter.check();
            if (arithmetic) {
                refuseHuge(first);
                refuseHuge(second);
                if (first.isString() && second.isString()) {
                    meter.text((long) first.getString().length()
                            + second.getString().length());
                }
            }
        }

        @Override
        public Expr copy(Expr first, Expr second) {
            return new Two((ExprFunction2) original.copy(first, second), arithmetic);
        }
    }

    /** An operand that cannot be computed with is an error of that expression, as is a division by zero. */
    private static void refuseHuge(NodeValue value) {
        boolean huge = false;
        if (value.isInteger()) {
            huge = value.getInteger().bitLength() > BITS_MAX;
        } else if (value.isDecimal()) {
            BigDecimal decimal = value.getDecimal();
            huge = decimal.unscaledValue().bitLength() > BITS_MAX || Math.abs((long) decimal.scale()) > BITS_MAX;
        } else if (value.isDuration()) {
            huge = isHuge(value.getDuration());
        }
        if (huge) {
            throw new ExprEvalException("The number or duration is too large to compute with");
        }
    }

    private static boolean isHuge(Duration duration) {
        for (DatatypeConstants.Field field : List.of(
                DatatypeConstants.YEARS,
                DatatypeConstants.MONTHS,
                DatatypeConstants.DAYS,
                DatatypeConstants.HOURS,
                DatatypeConstants.MINUTES,
                DatatypeConstants.SECONDS)) {
            Number amount = duration.getField(field);
            if (amount != null && new BigDecimal(amount.toString()).compareTo(DURATION_FIELD_MAX) > 0) {
                return true;
            }
        }
        return false;
    }

    private final class Many extends ExprFunctionN {
        private final ExprFunctionN original;

        Many(ExprFunctionN original) {
            super(original.getFunctionSymbol().getSymbol(), new ExprList(original.getArgs()));
            this.original = original;
        }

        @Override
        protected @Nullable NodeValue evalSpecial(Binding row, FunctionEnv environment) {
            meter.check();
            return original instanceof E_Function call ? bounded(call.evalSpecial(row, environment)) : null;
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            if (original instanceof E_StrConcat) {
                meter.text(values.stream()
                        .mapToLong(each -> each.asString().length())
                        .sum());
            }
            return bounded(original.eval(values));
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Many((ExprFunctionN) original.copy(arguments));
        }
    }
}
