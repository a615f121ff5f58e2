/**
 * HTTP with servers that are not trusted: no redirects, and responses of bounded size. {@code Egress} is the way of every
 * outgoing call.
 */
@NullMarked
package io.omnibridge.adapters.support.http;

import org.jspecify.annotations.NullMarked;
