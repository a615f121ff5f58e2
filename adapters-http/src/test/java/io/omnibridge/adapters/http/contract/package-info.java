/**
 * Checks responses against openapi.yaml. The tests of this module use it, and as a test-jar those of the whole server.
 */
@NullMarked
package io.omnibridge.adapters.http.contract;

import org.jspecify.annotations.NullMarked;
