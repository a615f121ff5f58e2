package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.reads.ApiLinks;
import io.omnibridge.adapters.providers.reads.FieldPath;
import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.providers.scrub.ByteFilter;
import io.omnibridge.adapters.providers.scrub.JsonFilter;
import io.omnibridge.adapters.providers.scrub.JsonRules;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.adapters.providers.scrub.TokenMasker;
import io.omnibridge.adapters.providers.scrub.TokenPatterns;
import java.util.ArrayList;
import java.util.List;

/** Makes the filter of a response: JSON loses fields, and every body its tokens. Thread-safe. */
final class ResponseFilters {

    private final ScrubListener listener;

    ResponseFilters(ScrubListener listener) {
        this.listener = listener;
    }

    ByteFilter of(MatchedRead read, ProviderEntry entry, BodyKind kind, TokenPatterns tokens) {
        TokenMasker masker = new TokenMasker(tokens);
        if (!kind.isJson()) {
            return new CountingFilter(entry.id(), masker, masker::count, () -> 0, listener);
        }
        List<FieldPath> removed = new ArrayList<>(read.api().quirks().removedFields());
        removed.addAll(entry.reads().removedFields());
        JsonFilter json =
                new JsonFilter(new JsonRules(removed, read.api().quirks().linkFields(), new ApiLinks(read)::rewrite));
        return new CountingFilter(entry.id(), json.then(masker), masker::count, json::dropped, listener);
    }

    /** Returns whether a text has one of the tokens in it, in any encoding. */
    static boolean containsToken(String text, TokenPatterns tokens) {
        TokenMasker masker = new TokenMasker(tokens);
        masker.mask(text);
        return masker.count() > 0;
    }
}
