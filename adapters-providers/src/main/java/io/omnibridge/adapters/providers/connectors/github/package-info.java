/** Connector of GitHub's issues and pull requests. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.github;

import org.jspecify.annotations.NullMarked;
