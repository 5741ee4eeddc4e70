package org.werkgraaf.query;

import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Distinct;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_Multi;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_Shortest;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathVisitorBase;

/** How deeply repetitions are nested in a property path; ARQ's timeout does not stop nested ones. */
final class PathDepth extends PathVisitorBase {
    private int depth;
    private int deepest;

    private PathDepth() {}

    static int of(Path path) {
        PathDepth visitor = new PathDepth();
        path.visit(visitor);
        return visitor.deepest;
    }

    private void repeated(P_Path1 path) {
        depth++;
        deepest = Math.max(deepest, depth);
        path.getSubPath().visit(this);
        depth--;
    }

    private void plain(P_Path1 path) {
        path.getSubPath().visit(this);
    }

    private void both(P_Path2 path) {
        path.getLeft().visit(this);
        path.getRight().visit(this);
    }

    @Override
    public void visit(P_ZeroOrMore1 path) {
        repeated(path);
    }

    @Override
    public void visit(P_ZeroOrMoreN path) {
        repeated(path);
    }

    @Override
    public void visit(P_OneOrMore1 path) {
        repeated(path);
    }

    @Override
    public void visit(P_OneOrMoreN path) {
        repeated(path);
    }

    @Override
    public void visit(P_Mod path) {
        repeated(path);
    }

    @Override
    public void visit(P_FixedLength path) {
        repeated(path);
    }

    @Override
    public void visit(P_Inverse path) {
        plain(path);
    }

    @Override
    public void visit(P_ZeroOrOne path) {
        plain(path);
    }

    @Override
    public void visit(P_Distinct path) {
        plain(path);
    }

    @Override
    public void visit(P_Multi path) {
        plain(path);
    }

    @Override
    public void visit(P_Shortest path) {
        plain(path);
    }

    @Override
    public void visit(P_Alt path) {
        both(path);
    }

    @Override
    public void visit(P_Seq path) {
        both(path);
    }
}
