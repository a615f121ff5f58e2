package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.session.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Passes requests to pages whose user signed in; others begin with the sign-in. */
final class PageRequests {

    private PageRequests() {}

    static void dispatch(Route.Page page, RequestContext request) {
        Optional<Session> session = page.sessions().find(request.servletRequest());
        if (session.isEmpty()) {
            String to = URLEncoder.encode(continueAt(request), StandardCharsets.UTF_8);
            request.redirect(page.sessions().paths().of(PagePaths.SIGN_IN + "?to=" + to));
            return;
        }
        if (isForm(request)) {
            page.sessions()
                    .requireOwnForm(
                            request.servletRequest(),
                            session.get(),
                            request.form().find(FormFields.TOKEN));
        }
        page.handler().handle(session.get(), request);
    }

    /** Returns the page that was asked for; the first page after a form, whose fields are lost, and for an address that no page links to. */
    private static String continueAt(RequestContext request) {
        String query = request.servletRequest().getQueryString();
        String address = request.servletRequest().getRequestURI() + (query == null ? "" : "?" + query);
        return isForm(request) || address.length() > PagePaths.MAX_LENGTH ? PagePaths.FIRST : address;
    }

    private static boolean isForm(RequestContext request) {
        return request.servletRequest().getMethod().equals("POST");
    }
}
