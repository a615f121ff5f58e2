/**
 * Calls of providers' APIs with the token of a user: what is sent, what is accepted, and what the client receives. {@code
 * DataCalls} makes them, and every body passes the filters of {@code scrub} on its way.
 */
@NullMarked
package io.omnibridge.adapters.providers.data;

import org.jspecify.annotations.NullMarked;
