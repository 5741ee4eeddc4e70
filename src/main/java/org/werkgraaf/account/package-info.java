/** Knows who may do what: people with their roles, passwords and tokens, in a file of their own. */
@NullMarked
@ApplicationModule(
        displayName = "account",
        allowedDependencies = {"store"})
package org.werkgraaf.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
