package org.werkgraaf.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * BNODE with a label: the same blank node for the same label in a row, and another in another row. ARQ remembers all rows for this;
 * here the node follows from what is in the row.
 */
final class LabelledNode extends ExprFunction1 implements Unstable {
    private static final String MADE = "made-";

    LabelledNode(Expr label) {
        super(label, "bnode");
    }

    @Override
    public NodeValue evalSpecial(Binding row, FunctionEnv environment) {
        NodeValue label = expr.eval(row, environment);
        if (!label.isString()) {
            throw new ExprEvalException("Not a string: " + label);
        }
        List<String> values = new ArrayList<>();
        row.forEach((variable, value) -> {
            // What this function put into the row before must not tell two labels of the row apart.
            if (!value.isBlank() || !value.getBlankNodeLabel().startsWith(MADE)) {
                values.add(variable + " " + value);
            }
        });
        Collections.sort(values);
        values.add(label.getString());
        UUID digest = UUID.nameUUIDFromBytes(String.join("\n", values).getBytes(StandardCharsets.UTF_8));
        return NodeValue.makeNode(NodeFactory.createBlankNode(MADE + digest));
    }

    @Override
    public NodeValue eval(NodeValue label) {
        throw new ExprEvalException("The node depends on the row");
    }

    @Override
    public Expr copy(Expr label) {
        return new LabelledNode(label);
    }
}
