/** The providers as data: what is built in, what the operator's file says over it, and what both come to. */
@NullMarked
package io.omnibridge.adapters.providers.catalogue;

import org.jspecify.annotations.NullMarked;
