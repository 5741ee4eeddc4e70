package org.werkgraaf.validate;

/**
 * Something that a shape or rule says about an entity.
 *
 * @param severity how grave it is
 * @param rule name of the shape or rule
 * @param entity IRI of the entity
 * @param property IRI of the property at fault; empty when the entity as a whole is
 * @param value the value at fault; empty when a value is missing
 * @param problem what is wrong, in plain words
 * @param solution what to do
 */
public record Finding(
        Severity severity, String rule, String entity, String property, String value, String problem, String solution) {
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(severity + " " + rule + ": " + entity + ": " + problem);
        if (!value.isEmpty()) {
            text.append(" (value: ").append(value).append(')');
        }
        return text.append(' ').append(solution).toString();
    }
}
