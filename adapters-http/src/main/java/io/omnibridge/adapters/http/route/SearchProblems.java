package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.search.ReadItemResult;
import io.omnibridge.application.search.SearchResult;
import io.omnibridge.application.use.UseRefusal;

/** The problems of searches and items without a result. Each says what the caller can do. */
public final class SearchProblems {

    private SearchProblems() {}

    /** Returns the problem of a search that asked no source. */
    public static Problem of(SearchResult result) {
        if (result instanceof SearchResult.Refused refused) {
            return UseProblems.of(refused.refusal());
        }
        return result instanceof SearchResult.TooManySources tooMany
                ? new Problem(
                        ProblemCode.INVALID_REQUEST,
                        "The search would ask " + tooMany.chosen() + " sources, and " + tooMany.max()
                                + " is the maximum; choose some by source, provider or account.")
                : new Problem(
                        ProblemCode.INVALID_REQUEST,
                        "The cursor is not one of this search; send q and the filters of the page before, or leave the"
                                + " cursor out to begin again.");
    }

    /** Returns the problem of an item that was not read. */
    public static Problem of(ReadItemResult result) {
        if (result instanceof ReadItemResult.Failed failed) {
            return UseProblems.failed(failed.reason(), failed.retryAfter());
        }
        UseRefusal refusal = ((ReadItemResult.Refused) result).refusal();
        return refusal instanceof UseRefusal.NotFound
                ? new Problem(ProblemCode.NOT_FOUND, "There is no such item, or no more; search again for its ref.")
                : UseProblems.of(refusal);
    }
}
