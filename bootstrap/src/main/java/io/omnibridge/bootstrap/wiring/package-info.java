/**
 * Where the program is put together: stores, providers, use cases and the HTTP API, for the service and for the commands.
 * Only here are concrete adapters named.
 */
@NullMarked
package io.omnibridge.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
