package io.omnibridge.adapters.http.page;

import gg.jte.Content;
import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.http.route.PagePosition;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.use.LabelledUses;
import io.omnibridge.application.use.ListUses;
import io.omnibridge.domain.audit.ChainHead;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.session.Session;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Route of the page of a user's activity. */
public final class ActivityRoutes {

    private static final int ENTRIES_PER_PAGE = 25;
    private static final PagePosition POSITION = new PagePosition(18, "a position of an earlier page");

    private final SessionFrames frames;
    private final ListAuditEvents listAuditEvents;
    private final ListUses listUses;
    private final NameAccounts names;

    public ActivityRoutes(
            SessionFrames frames, ListAuditEvents listAuditEvents, ListUses listUses, NameAccounts names) {
        this.frames = Objects.requireNonNull(frames);
        this.listAuditEvents = Objects.requireNonNull(listAuditEvents);
        this.listUses = Objects.requireNonNull(listUses);
        this.names = Objects.requireNonNull(names);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route.Page(
                HandlerType.GET, Section.ACTIVITY.path(), Set.of("log", "before"), frames.sessions(), this::show));
    }

    private void show(Session session, RequestContext request) {
        Caller caller = frames.sessions().caller(session);
        Frame frame = frames.of(session, request, Section.ACTIVITY, "activity.title");
        Optional<Long> before = request.queryParameter("before", POSITION::parse);
        ActivityLog log = request.queryParameter("log", ActivityLog::parse).orElse(ActivityLog.USES);
        request.respond(200, log == ActivityLog.USES ? uses(caller, frame, before) : changes(caller, frame, before));
    }

    private ActivityPage uses(Caller caller, Frame frame, Optional<Long> before) {
        LabelledUses uses = listUses.list(caller, before.orElse(AuditPage.FROM_NEWEST), ENTRIES_PER_PAGE);
        UseSentences sentences = new UseSentences(frame.texts(), names.of(caller), uses.labels());
        List<ActivityEntry> entries =
                uses.page().receipts().stream().map(sentences::entry).toList();
        return page(
                frame,
                ActivityLog.USES,
                entries,
                List.of(),
                before,
                uses.page().next(),
                uses.page().head());
    }

    private ActivityPage changes(Caller caller, Frame frame, Optional<Long> before) {
        AuditPage events = listAuditEvents.list(caller, before.orElse(AuditPage.FROM_NEWEST), ENTRIES_PER_PAGE);
        ChangeSentences sentences = new ChangeSentences(frame.texts(), names.of(caller));
        List<Content> refusals = before.isPresent()
                ? List.of()
                : listAuditEvents.refusals(caller).stream()
                        .map(sentences::refusal)
                        .toList();
        List<ActivityEntry> entries =
                events.events().stream().map(sentences::entry).toList();
        return page(frame, ActivityLog.CHANGES, entries, refusals, before, events.next(), events.head());
    }

    private static ActivityPage page(
            Frame frame,
            ActivityLog log,
            List<ActivityEntry> entries,
            List<Content> refusals,
            Optional<Long> before,
            OptionalLong next,
            Optional<ChainHead> head) {
        Optional<String> older =
                next.isPresent() ? Optional.of(log.path() + "&before=" + next.getAsLong()) : Optional.empty();
        return new ActivityPage(frame, log, entries, refusals, before.isEmpty(), older, head.map(ChainHead::toString));
    }
}
