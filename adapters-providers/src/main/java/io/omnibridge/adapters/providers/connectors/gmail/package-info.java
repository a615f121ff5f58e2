/** Connector of Gmail. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.gmail;

import org.jspecify.annotations.NullMarked;
