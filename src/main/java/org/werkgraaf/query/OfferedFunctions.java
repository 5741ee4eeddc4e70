package org.werkgraaf.query;

import java.util.List;
import java.util.Set;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * The functions that queries may call: those of SPARQL and XPath, and nothing that loads a class by name, waits, or reads a
 * file. ARQ has no switch for {@code java:} functions, so its registries are replaced.
 */
public final class OfferedFunctions {
    static final String XPATH = "http://www.w3.org/2005/xpath-functions";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /**
     * Those that could backtrack, grow or call others by name. SPARQL has its own for the first three, which are bounded.
     */
    private static final Set<String> UNBOUNDED =
            Set.of("#matches", "#replace", "#concat", "#apply", "#format-number", "/math#pow");

    private OfferedFunctions() {}

    /** A registry of the offered functions only. */
    public static FunctionRegistry functions() {
        FunctionRegistry offered = new Closed();
        FunctionRegistry standard = FunctionRegistry.get();
        standard.keys().forEachRemaining(iri -> {
            boolean xpath = iri.startsWith(XPATH) && !UNBOUNDED.contains(iri.substring(XPATH.length()));
            if (xpath || iri.startsWith(XSD)) {
                offered.put(iri, standard.get(iri));
            }
        });
        offered.put(XPATH + "#substring", iri -> new XPathSubstring());
        return offered;
    }

    /** The same as SUBSTR, by its name in XPath. */
    private static final class XPathSubstring extends FunctionBase {
        @Override
        public NodeValue exec(List<NodeValue> arguments) {
            return Substring.of(arguments);
        }

        @Override
        public void checkBuild(String iri, ExprList arguments) {
            if (arguments.size() < 2 || arguments.size() > 3) {
                throw new QueryBuildException("Function '" + iri + "' takes two or three arguments");
            }
        }
    }

    /** Puts the offered functions, and no property functions, into a context and shuts SERVICE. */
    public static void apply(Context context, FunctionRegistry functions) {
        context.set(ARQConstants.registryFunctions, functions);
        context.set(ARQConstants.registryPropertyFunctions, new NoPropertyFunctions());
        context.set(ARQ.httpServiceAllowed, false);
    }

    private static final class Closed extends FunctionRegistry {
        @Override
        public @Nullable FunctionFactory get(String iri) {
            return isRegistered(iri) ? super.get(iri) : null;
        }
    }

    private static final class NoPropertyFunctions extends PropertyFunctionRegistry {
        @Override
        public @Nullable PropertyFunctionFactory get(String iri) {
            return null;
        }

        @Override
        public boolean manages(String iri) {
            return false;
        }
    }
}
