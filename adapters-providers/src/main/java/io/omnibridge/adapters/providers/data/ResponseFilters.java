package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.reads.ApiLinks;
import io.omnibridge.adapters.providers.reads.FieldPath;
import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.providers.scrub.ByteFilter;
import io.omnibridge.adapters.providers.scrub.JsonFilter;
import io.omnibridge.adapters.providers.scrub.JsonRules;
import io.omnibridge.adapters.providers.scrub.MaskedText;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.adapters.providers.scrub.TokenMasker;
import io.omnibridge.adapters.providers.scrub.TokenPatterns;
import java.util.ArrayList;
import java.util.List;

/** Makes the filters of a response: JSON loses fields; headers and every body lose their tokens. Thread-safe. */
final class ResponseFilters {

    private final ScrubListener listener;

    ResponseFilters(ScrubListener listener) {
        this.listener = listener;
    }

    ByteFilter of(MatchedRead read, ProviderEntry entry, BodyKind kind, TokenPatterns tokens) {
        if (kind.form() == BodyForm.NONE) {
            return new EmptyFilter();
        }
        TokenMasker masker = new TokenMasker(tokens);
        if (!kind.isJson()) {
            return new CountingFilter(masker, masker::count, () -> 0, removals(entry));
        }
        List<FieldPath> removed = new ArrayList<>(read.api().quirks().removedFields());
        removed.addAll(entry.reads().removedFields());
        JsonFilter json =
                new JsonFilter(new JsonRules(removed, read.api().quirks().linkFields(), new ApiLinks(read)::rewrite));
        return new CountingFilter(json.then(masker), masker::count, json::dropped, removals(entry));
    }

    /** Returns the choice of the headers that the client receives. */
    ResponseHeaders headers(MatchedRead read, ProviderEntry entry, TokenPatterns tokens) {
        return new ResponseHeaders(read, tokens, removals(entry));
    }

    /** Returns whether a text has one of the tokens in it, in any encoding, and reports it. */
    boolean containsToken(String text, ProviderEntry entry, TokenPatterns tokens) {
        int count = MaskedText.of(text, tokens).count();
        removals(entry).masked(count);
        return count > 0;
    }

    private Removals removals(ProviderEntry entry) {
        return new Removals(entry.id(), listener);
    }
}
