package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextSearchTest {
    private static final Expr A = new ExprVar("a");
    private static final Expr B = new ExprVar("b");
    private static final List<ExprFunction2> SEARCHES =
            List.of(new E_StrContains(A, B), new E_StrBefore(A, B), new E_StrAfter(A, B));

    private final Meter meter = new Meter(new Limits().make(), 10_000, SharedMemory.ofHeap());

    @Test
    void findsWhatTheStandardSearchFinds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String whole = letters(random, 20_000);
            String part = random.nextBoolean()
                    ? letters(random, 60)
                    : whole.substring(random.nextInt(19_000)).substring(0, 60 + random.nextInt(900));
            for (Node text : List.of(
                    NodeFactory.createLiteralString(whole),
                    NodeFactory.createLiteralLang(whole, "nl"),
                    NodeFactory.createLiteralDT(whole, XSDDatatype.XSDstring))) {
                for (ExprFunction2 search : SEARCHES) {
                    NodeValue one = NodeValue.makeNode(text);
                    NodeValue other = NodeValue.makeString(part);
                    assertThat(new TextSearch(search, meter).eval(one, other))
                            .as("seed %d, %s", seed, search)
                            .isEqualTo(search.eval(one, other));
                }
            }
        }
    }

    @Test
    void keepsTheErrorsOfTheStandardSearch() {
        NodeValue dutch = NodeValue.makeNode(NodeFactory.createLiteralLang("a".repeat(3000), "nl"));
        NodeValue french = NodeValue.makeNode(NodeFactory.createLiteralLang("a".repeat(3000), "fr"));
        for (ExprFunction2 search : SEARCHES) {
            assertThatThrownBy(() -> search.eval(dutch, french)).isInstanceOf(ExprEvalException.class);
            assertThatThrownBy(() -> new TextSearch(search, meter).eval(dutch, french))
                    .isInstanceOf(ExprEvalException.class);
        }
    }

    /** ARQ's own search takes 6,400,000,000 steps for each of these. */
    @Test
    @Timeout(20)
    void takesNoLongerForTextsThatAlmostMatchEverywhere() {
        NodeValue whole = NodeValue.makeString("a".repeat(160_000));
        NodeValue part = NodeValue.makeString("a".repeat(79_999) + "b" + "a".repeat(10));
        for (int i = 0; i < 50; i++) {
            assertThat(new TextSearch(SEARCHES.get(0), meter).eval(whole, part)).isEqualTo(NodeValue.FALSE);
        }
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 'a', 'c')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
