/**
 * The composition root: puts stores, providers, use cases and the HTTP API together, for the service and for the commands.
 * Every use case gets its collaborators here.
 */
@NullMarked
package io.omnibridge.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
