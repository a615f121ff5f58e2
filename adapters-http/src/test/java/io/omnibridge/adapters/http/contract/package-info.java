/** Checks answers against openapi.yaml: for the tests of this module and, as a test-jar, for those of a whole server. */
@NullMarked
package io.omnibridge.adapters.http.contract;

import org.jspecify.annotations.NullMarked;
