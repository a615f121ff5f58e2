package io.omnibridge.adapters.http.html;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.domain.audit.RequestId;
import java.util.stream.Stream;

/** Error pages: what happened, what to do next, and the reference number that the log carries too. */
public final class ProblemPages {

    /** Every address below it is for people, but one. */
    private static final String PAGES = "/ui/";

    /** Where the issuer, a program, sends logout tokens. */
    public static final String BACK_CHANNEL_LOGOUT = PAGES + "back-channel-logout";

    private ProblemPages() {}

    /** Returns whether errors at {@code path} are pages. */
    public static boolean areShownAt(String path) {
        return path.startsWith(PAGES) && !path.equals(BACK_CHANNEL_LOGOUT);
    }

    /** Returns the page for an error that has no message of its own. */
    public static MessagePage of(ProblemCode code, PageContext context, RequestId requestId) {
        return MessagePage.of(context, key(code, context.texts())).withReference(requestId.value());
    }

    /** Returns the page for an error with a message. */
    public static MessagePage of(PageException error, PageContext context, RequestId requestId) {
        return MessagePage.of(context, error.textKey()).withReference(requestId.value());
    }

    /** Returns the key of the code's own texts; of general ones if it has none. */
    private static String key(ProblemCode code, Texts texts) {
        ProblemCode general = code.status() < 500 ? ProblemCode.INVALID_REQUEST : ProblemCode.INTERNAL_ERROR;
        return Stream.of(code, ProblemCode.ofStatus(code.status()), general)
                .map(candidate -> Texts.key("problem", candidate))
                .filter(key -> texts.has(key + ".heading"))
                .findFirst()
                .orElseThrow();
    }
}
