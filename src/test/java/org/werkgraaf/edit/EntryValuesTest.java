package org.werkgraaf.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.werkgraaf.edit.EntryProblem.Reason;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** What is typed becomes what the files write, or is refused with why. */
class EntryValuesTest {
    private static final Set<Node> DAY = types(XSDDatatype.XSDdate);
    private static final Set<Node> ANY_DATE =
            types(XSDDatatype.XSDdate, XSDDatatype.XSDgYear, XSDDatatype.XSDgYearMonth);
    private static final Set<Node> DECIMAL = types(XSDDatatype.XSDdecimal);
    private static final Set<Node> WHOLE = types(XSDDatatype.XSDinteger);

    private static Set<Node> types(XSDDatatype... types) {
        return java.util.Arrays.stream(types)
                .map(type -> NodeFactory.createURI(type.getURI()))
                .collect(java.util.stream.Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, day, 2026-11-30, 2026-11-30, date",
        "DATE, any, 2026, 2026, gYear",
        "DATE, any, 2026-11, 2026-11, gYearMonth",
        "NUMBER, decimal, 32000000, 32000000.0, decimal",
        "NUMBER, decimal, 0.5, 0.5, decimal",
        "NUMBER, whole, 25, 25, integer",
        "ADDRESS, none, https://example.org/a, https://example.org/a, ",
        "THING, none, AP, https://w3id.org/werkgraaf/id/authority/ap, "
    })
    void makesTheValueThatTheFilesWrite(FieldKind kind, String types, String typed, String value, String datatype)
            throws Exception {
        Node made = EntryValues.of(field(kind, types), "", typed, EntryValuesTest::named);
        assertThat(made.isLiteral() ? made.getLiteralLexicalForm() : made.getURI())
                .isEqualTo(value);
        if (datatype != null) {
            assertThat(made.getLiteralDatatypeURI()).endsWith("#" + datatype);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, day, 30-11-2026, NO_DATE",
        "DATE, day, 2026, NO_DATE",
        "DATE, any, 2026-13, NO_DATE",
        "DATE, day, 2026-02-30, NO_DATE",
        "NUMBER, decimal, '15,000', NO_NUMBER",
        "NUMBER, decimal, 15.000.000, NO_NUMBER",
        "NUMBER, whole, 2.5, NO_NUMBER",
        "ADDRESS, none, example.org, NO_ADDRESS",
        "ADDRESS, none, javascript:alert(1), NO_ADDRESS",
        "THING, none, nobody, NO_THING",
        "THING, none, Amsterdam, SEVERAL_THINGS"
    })
    void saysWhyItIsNoValue(FieldKind kind, String types, String typed, Reason reason) {
        EntryValues.NoValue refused = catchThrowableOfType(
                EntryValues.NoValue.class, () -> EntryValues.of(field(kind, types), "", typed, EntryValuesTest::named));
        assertThat(refused.reason()).isEqualTo(reason);
    }

    private static List<ThingId> named(EntryField field, String name) {
        return switch (name) {
            case "AP" -> List.of(new ThingId("authority", "ap"));
            case "Amsterdam" -> List.of(new ThingId("authority", "a"), new ThingId("authority", "b"));
            default -> List.of();
        };
    }

    private static EntryField field(FieldKind kind, String types) {
        Set<Node> datatypes = switch (types) {
            case "day" -> DAY;
            case "any" -> ANY_DATE;
            case "decimal" -> DECIMAL;
            case "whole" -> WHOLE;
            default -> Set.of();
        };
        return new EntryField(
                NodeFactory.createURI(Wg.NS + "made"),
                Map.of(),
                Map.of(),
                Map.of(),
                kind,
                datatypes,
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                false,
                false,
                false,
                true);
    }
}
