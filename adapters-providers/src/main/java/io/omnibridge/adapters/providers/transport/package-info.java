/**
 * HTTP client for servers that are not trusted. Requests are bounded in time, responses in size; nothing is redirected, retried
 * or cached.
 */
@NullMarked
package io.omnibridge.adapters.providers.transport;

import org.jspecify.annotations.NullMarked;
