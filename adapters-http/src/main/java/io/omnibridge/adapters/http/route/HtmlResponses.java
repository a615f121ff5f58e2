package io.omnibridge.adapters.http.route;

import io.javalin.http.Context;
import io.omnibridge.adapters.http.page.HtmlWriter;
import io.omnibridge.adapters.http.page.Page;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.domain.audit.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Responds to browsers with HTML pages instead of JSON. */
final class HtmlResponses {

    private static final String NOT_CONNECTED = "The account was not connected";

    /** Also shown when the user reloads the page after success, so it says nothing of a failure. */
    private static final String NOTHING_LEFT = "There is nothing left to do here";

    private HtmlResponses() {}

    /**
     * Marks the response as HTML, so that an error becomes a page too. The headers hide the page's URL from other sites, forbid
     * frames, and let the page load and run nothing.
     */
    static void prepare(Context context) {
        context.res().setContentType(HtmlWriter.CONTENT_TYPE);
        context.header("Content-Security-Policy", HtmlWriter.SECURITY_POLICY);
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
    }

    /** Returns whether {@link #prepare} marked this response as HTML. */
    static boolean isPrepared(HttpServletResponse response) {
        return HtmlWriter.CONTENT_TYPE.equals(response.getContentType());
    }

    /** Responds with {@code page}. */
    static void respond(Context context, int status, Page page) {
        context.res().setStatus(status);
        context.res().setContentType(HtmlWriter.CONTENT_TYPE);
        RequestContext.write(context, List.of(HtmlWriter.toBytes(page)).iterator());
    }

    /** Returns a page that shows the detail of {@code problem} and the id of the request. */
    static Page problemPage(Problem problem, RequestId requestId) {
        String title = problem.code() == ProblemCode.NOT_FOUND ? NOTHING_LEFT : NOT_CONNECTED;
        return Page.of(title, problem.detail()).withParagraph("Request " + requestId.value());
    }

    /** Returns a page that says why no account was connected. */
    static Page notConnectedPage(String reason) {
        return Page.of(NOT_CONNECTED, reason);
    }
}
