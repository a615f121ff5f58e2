package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.PageContext;
import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.http.html.SignedInUser;
import io.omnibridge.adapters.http.route.PageSessions;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.domain.session.Session;
import java.util.List;
import java.util.Objects;

/** Makes what surrounds the pages of users who signed in. Thread-safe. */
public final class SessionFrames {

    private final PageSessions sessions;
    private final List<Section> sections;

    /** @param sections the entries of the navigation */
    public SessionFrames(PageSessions sessions, List<Section> sections) {
        this.sessions = Objects.requireNonNull(sessions);
        this.sections = List.copyOf(sections);
    }

    /** Returns the sessions whose frames these are. */
    PageSessions sessions() {
        return sessions;
    }

    /** @param titleKey the key of the page's title */
    Frame of(Session session, RequestContext request, Section section, String titleKey) {
        PageContext context = request.page();
        return Frame.of(context, context.texts().of(titleKey), section, user(session));
    }

    private SignedInUser user(Session session) {
        return new SignedInUser(
                session.profile().name(),
                session.profile().email(),
                session.user().value(),
                sessions.formToken(session),
                sections);
    }
}
