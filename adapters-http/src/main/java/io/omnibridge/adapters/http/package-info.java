/**
 * Driving adapter: turns HTTP requests into calls of the use cases, and their results into JSON, problem documents and pages.
 * {@link io.omnibridge.adapters.http.HttpApi} is the server; its routes are in {@code route}, the Jetty handlers around them in
 * {@code server}.
 */
@NullMarked
package io.omnibridge.adapters.http;

import org.jspecify.annotations.NullMarked;
