package org.werkgraaf.web.sign;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.account.Right;

/**
 * Who asks for something that is not for everybody.
 *
 * @param name the account; absent for an operator, who has the secret of the service and no name
 * @param rights what the caller may
 */
public record Caller(@Nullable String name, Set<Right> rights) {
    /** As it stands in the log. */
    String shown() {
        return name == null ? "operator" : name;
    }
}
