package io.omnibridge.application.search;

import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.use.UseTarget;

/**
 * One item that a search found.
 *
 * @param ref names it, to be read later
 */
public record SearchHit(String ref, UseTarget target, FoundItem item) {}
