package org.werkgraaf.store;

import java.util.Iterator;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;

/**
 * The datatypes that Jena knows, and of others nothing. Jena itself writes down each datatype that it meets for the life of the
 * process, also those that a stranger makes up in a query. Two datatypes of the same IRI are equal, so that it does not matter how
 * often one is made.
 */
final class PassingDatatypes extends TypeMapper {
    private final TypeMapper known;

    private PassingDatatypes(TypeMapper known) {
        this.known = known;
    }

    /** Has Jena use it from now on. */
    static synchronized void install() {
        JenaSystem.init();
        if (!(TypeMapper.getInstance() instanceof PassingDatatypes)) {
            TypeMapper.setInstance(new PassingDatatypes(TypeMapper.getInstance()));
        }
    }

    @Override
    public @Nullable RDFDatatype getSafeTypeByName(@Nullable String iri) {
        RDFDatatype datatype = getTypeByName(iri);
        return datatype == null && iri != null ? new BaseDatatype(iri) : datatype;
    }

    @Override
    public @Nullable RDFDatatype getTypeByName(@Nullable String iri) {
        return known.getTypeByName(iri);
    }

    @Override
    public RDFDatatype getTypeByValue(Object value) {
        return known.getTypeByValue(value);
    }

    @Override
    public RDFDatatype getTypeByClass(Class<?> kind) {
        return known.getTypeByClass(kind);
    }

    @Override
    public Iterator<RDFDatatype> listTypes() {
        return known.listTypes();
    }

    @Override
    public void registerDatatype(RDFDatatype datatype) {
        known.registerDatatype(datatype);
    }

    @Override
    public void unregisterDatatype(RDFDatatype datatype) {
        known.unregisterDatatype(datatype);
    }
}
