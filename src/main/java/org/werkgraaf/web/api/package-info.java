/** Answers REST requests in JSON and RDF. */
@NullMarked
package org.werkgraaf.web.api;

import org.jspecify.annotations.NullMarked;
