package io.omnibridge.adapters.http.route;

import io.javalin.http.Context;
import io.omnibridge.adapters.http.page.HtmlWriter;
import io.omnibridge.adapters.http.page.Page;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.domain.audit.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Answers people instead of programs. */
final class HtmlResponses {

    private static final String NOT_CONNECTED = "The account was not connected";

    private HtmlResponses() {}

    /**
     * Makes sure that a person is answered, come what may: by a page that tells nobody where it was, stands in no frame and can
     * neither load nor run anything.
     */
    static void begin(Context context) {
        context.res().setContentType(HtmlWriter.CONTENT_TYPE);
        context.header("Content-Security-Policy", HtmlWriter.SECURITY_POLICY);
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
    }

    /** Whether a person is to be answered: whether this has begun. */
    static boolean areWanted(HttpServletResponse response) {
        return HtmlWriter.CONTENT_TYPE.equals(response.getContentType());
    }

    static void respond(Context context, int status, Page page) {
        context.res().setStatus(status);
        context.res().setContentType(HtmlWriter.CONTENT_TYPE);
        RequestContext.write(context, List.of(HtmlWriter.toBytes(page)).iterator());
    }

    /** A problem in the words of {@code problem}. */
    static Page of(Problem problem, RequestId requestId) {
        return notConnected(problem.detail()).paragraph("Request " + requestId.value());
    }

    /** That there will be no account, and why. */
    static Page notConnected(String why) {
        return Page.of(NOT_CONNECTED, why);
    }
}
