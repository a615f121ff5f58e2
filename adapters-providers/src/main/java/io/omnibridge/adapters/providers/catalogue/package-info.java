/**
 * Configuration of the providers: built-in entries, and the operator's file that completes and overrides them.
 * {@link io.omnibridge.adapters.providers.catalogue.Catalogue} is the result; the {@code …Reader} classes read the file.
 */
@NullMarked
package io.omnibridge.adapters.providers.catalogue;

import org.jspecify.annotations.NullMarked;
