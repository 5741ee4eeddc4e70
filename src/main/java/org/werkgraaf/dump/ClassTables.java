package org.werkgraaf.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.table.CsvTable;
import org.werkgraaf.vocabulary.Wg;

/** Writes a CSV file for each class that has things. */
final class ClassTables {
    private ClassTables() {}

    static void write(Graph union, FileSet files, Stop stop) throws IOException {
        Assessments assessments = Assessments.of(union);
        for (Node type : classes(union)) {
            stop.check();
            ClassTable table = ClassTable.of(type, union, assessments);
            if (!table.rows().isEmpty()) {
                try (OutputStream file = files.open("csv/" + type.getLocalName() + ".csv")) {
                    write(table, file);
                }
            }
        }
    }

    /** The classes whose things have ids; a release is not part of what it holds. */
    static List<Node> classes(Graph union) {
        return Stream.concat(
                        union.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY).map(Triple::getSubject),
                        Stream.of(Wg.CONCEPT))
                .filter(type -> !type.equals(Wg.RELEASE))
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private static void write(ClassTable table, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvTable csv = new CsvTable(writer);
        csv.row(table.columns());
        for (List<String> row : table.rows()) {
            csv.row(row);
        }
        csv.flush();
    }
}
