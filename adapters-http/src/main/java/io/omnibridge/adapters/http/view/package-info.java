/**
 * JSON views of domain objects, as callers see them. No type reachable from a view holds credentials, sealed or in the clear.
 */
@NullMarked
package io.omnibridge.adapters.http.view;

import org.jspecify.annotations.NullMarked;
