package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.html.Link;
import io.omnibridge.adapters.http.html.MessagePage;
import io.omnibridge.adapters.http.html.PageContext;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.server.RequestAttributes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Forms that were sent after the session of their page had ended. They have no effect, and the user is told so. */
final class LateForms {

    private LateForms() {}

    /** Responds that nothing was done, with a link to the sign-in. A second click on the button that signs out gets what the first did. */
    static void refuse(PageSessions sessions, RequestContext request) {
        boolean isSignOut = request.servletRequest().getRequestURI().equals(PagePaths.SIGN_OUT);
        if (isSignOut && sessions.isSignedOut(request.servletRequest())) {
            request.redirect(sessions.paths().of(PagePaths.SIGNED_OUT));
            return;
        }
        PageContext context = request.page();
        String link = context.texts().of("link.sign-in");
        request.servletRequest().setAttribute(RequestAttributes.PROBLEM, ProblemCode.FOREIGN_ORIGIN);
        request.respond(
                ProblemCode.FOREIGN_ORIGIN.status(),
                MessagePage.of(context, isSignOut ? "late-sign-out" : "late-form")
                        .withNext(new Link(link, signIn(isSignOut ? PagePaths.SIGN_OUT : PagePaths.FIRST))));
    }

    /** Returns the path of the sign-in that continues at {@code page}. */
    static String signIn(String page) {
        return PagePaths.SIGN_IN + "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
