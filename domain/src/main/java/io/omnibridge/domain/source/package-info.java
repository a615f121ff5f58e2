/**
 * The services in which an account can be searched. The provider catalogue says which provider offers which source.
 */
@NullMarked
package io.omnibridge.domain.source;

import org.jspecify.annotations.NullMarked;
