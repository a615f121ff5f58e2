/** Calls of providers' APIs with the token of a user: what is sent, what is accepted, and what the client receives. */
@NullMarked
package io.omnibridge.adapters.providers.data;

import org.jspecify.annotations.NullMarked;
