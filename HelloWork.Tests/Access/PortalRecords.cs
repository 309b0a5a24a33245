using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Access;

/// <summary>What the demo people 01 have with one another, made through the domain's doors.</summary>
internal sealed record PortalRecords(DirectRequestId Request, SelfApplicationId Application, InterviewId Interview, ConversationId Conversation, ProviderId Provider, AliasNumber Alias, string Seeker, string Job)
{
    public static async Task<PortalRecords> MakeAsync(PortalHost portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        T Verb<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var accounts = await db.Users.Where(a => a.UserName == "seeker01" || a.UserName == "employer01" || a.UserName == "provider01").ToDictionaryAsync(a => a.UserName!, a => a.Id);
        var (seekerAccount, employerAccount, providerAccount) = (accounts["seeker01"], accounts["employer01"], accounts["provider01"]);
        var seeker = new SeekerActor(seekerAccount, await db.Seekers.Where(s => s.AccountId == seekerAccount).Select(s => s.Id).SingleAsync());
        var employer = new EmployerActor(employerAccount, await db.OfficeMembers.Where(m => m.AccountId == employerAccount).Select(m => m.OfficeId).SingleAsync());
        var provider = new ProviderActor(providerAccount, await db.ProviderMembers.Where(m => m.AccountId == providerAccount).Select(m => m.ProviderId).SingleAsync());
        var publicNumber = await db.SeekerProfiles.Where(p => p.SeekerId == seeker.Seeker).Select(p => p.PublicNumber).SingleAsync();

        DirectRequestId? request = null;
        JobNumber asked = default;
        foreach (var job in await db.JobOffers.Where(j => j.OfficeId == employer.Office).Select(j => j.Number).ToListAsync())
            if (request is null && (await Verb<SendDirectRequest>().RunAsync(new(employer, job, publicNumber, "経理のご経験を拝見し、ご連絡しました。", NoticeConfirmed: true), default)).Sent is { } sent)
                (request, asked) = (sent, job);
        const string motivation = "経理の経験を生かしたいと考えました。";
        await Verb<SaveApplicationDraft>().RunAsync(new(seeker, asked, motivation), default);
        var preview = await Verb<PreviewApplication>().RunAsync(new(seeker, asked), default);
        var application = (await Verb<ApplyToJob>().RunAsync(new(seeker, asked, motivation, preview!.Fingerprint), default)).Application!.Value;
        var interview = new InterviewId(NewId.Next());
        await Verb<OfferInterviewTimes>().RunAsync(new(employer, application, interview, [portal.Clock.UtcNow().AddDays(5), portal.Clock.UtcNow().AddDays(6)], 60, "本社3階の会議室", "履歴書をお持ちください。"), default);

        await Verb<SearchProvidedSeekers>().RunAsync(new SearchProvidedSeekers.Query(provider) { Words = "経理事務、総務事務", Size = 50 }, default);
        var alias = await db.SeekerAliases.Where(a => a.ProviderId == provider.Provider && a.SeekerId == seeker.Seeker).Select(a => a.Number).SingleAsync();
        await Verb<SendGuidance>().RunAsync(new(provider, [alias], "経理のご経験を生かせる求人のご案内", "はじめてご連絡します。月次決算のご経験を生かせる求人が3件あります。"), default);
        var conversation = await db.Conversations.Where(c => c.ProviderId == provider.Provider && c.SeekerId == seeker.Seeker).Select(c => c.Id).SingleAsync();
        return new(request!.Value, application, interview, conversation, provider.Provider, alias, publicNumber.ToString(), asked.Value);
    }
}
