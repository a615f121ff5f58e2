/**
 * Connectors: how the sources are searched, and how their items are read as text. A connector turns a user's words into listed reads
 * of a provider's API and responses into items. It has no token, calls nothing and keeps nothing; each has a package of its own.
 */
@NullMarked
package io.omnibridge.adapters.providers.connectors;

import org.jspecify.annotations.NullMarked;
