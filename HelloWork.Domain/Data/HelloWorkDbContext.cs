using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Jobs.Drafting;
using HelloWork.Domain.Jobs.Profiles;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HelloWork.Domain.Data;

/// <summary>
/// The portal's database. Two contexts derive from it, one per database, each with its own migrations; verbs know only this one.
/// A context lives for one call, never for a circuit.
/// </summary>
public abstract class HelloWorkDbContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<AuthenticationKey> AuthenticationKeys => Set<AuthenticationKey>();
    public DbSet<RegistrationCode> RegistrationCodes => Set<RegistrationCode>();
    public DbSet<Throttle> Throttles => Set<Throttle>();
    public DbSet<TermsConsent> TermsConsents => Set<TermsConsent>();
    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();
    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<SeekerAccountOpening> SeekerAccountOpenings => Set<SeekerAccountOpening>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();
    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();
    public DbSet<LiveSignal> LiveSignals => Set<LiveSignal>();
    public DbSet<DeskItem> DeskItems => Set<DeskItem>();
    public DbSet<DeskNote> DeskNotes => Set<DeskNote>();
    public DbSet<DeskDraft> DeskDrafts => Set<DeskDraft>();
    public DbSet<DeskStep> DeskSteps => Set<DeskStep>();
    public DbSet<StaffPost> StaffPosts => Set<StaffPost>();
    public DbSet<DeskNumberSeries> DeskNumberSeries => Set<DeskNumberSeries>();
    public DbSet<Office> Offices => Set<Office>();
    public DbSet<OfficeMember> OfficeMembers => Set<OfficeMember>();
    public DbSet<JobOffer> JobOffers => Set<JobOffer>();
    public DbSet<JobOfferPlace> JobOfferPlaces => Set<JobOfferPlace>();
    public DbSet<JobEndNotice> JobEndNotices => Set<JobEndNotice>();
    public DbSet<JobDraft> JobDrafts => Set<JobDraft>();
    public DbSet<JobCheck> JobChecks => Set<JobCheck>();
    public DbSet<OfficeProfile> OfficeProfiles => Set<OfficeProfile>();
    public DbSet<OfficePicture> OfficePictures => Set<OfficePicture>();
    public DbSet<Seeker> Seekers => Set<Seeker>();
    public DbSet<SeekerRegistration> SeekerRegistrations => Set<SeekerRegistration>();
    public DbSet<SeekerProfile> SeekerProfiles => Set<SeekerProfile>();
    public DbSet<ProfileView> ProfileViews => Set<ProfileView>();
    public DbSet<ProfileViewer> ProfileViewers => Set<ProfileViewer>();
    public DbSet<DirectRequest> DirectRequests => Set<DirectRequest>();
    public DbSet<DirectRequestDraft> DirectRequestDrafts => Set<DirectRequestDraft>();
    public DbSet<SelfApplication> SelfApplications => Set<SelfApplication>();
    public DbSet<ApplicationMessage> ApplicationMessages => Set<ApplicationMessage>();
    public DbSet<ApplicationMessageDraft> ApplicationMessageDrafts => Set<ApplicationMessageDraft>();
    public DbSet<ApplicationDraft> ApplicationDrafts => Set<ApplicationDraft>();
    public DbSet<ApplicationDocument> ApplicationDocuments => Set<ApplicationDocument>();
    public DbSet<Interview> Interviews => Set<Interview>();
    public DbSet<ContactInquiry> ContactInquiries => Set<ContactInquiry>();
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<Provider> Providers => Set<Provider>();
    public DbSet<ProviderHandling> ProviderHandlings => Set<ProviderHandling>();
    public DbSet<ProviderMember> ProviderMembers => Set<ProviderMember>();
    public DbSet<ProviderSuspension> ProviderSuspensions => Set<ProviderSuspension>();
    public DbSet<ProvisionService> ProvisionServices => Set<ProvisionService>();
    public DbSet<StatementDraft> StatementDrafts => Set<StatementDraft>();
    public DbSet<SavedJob> SavedJobs => Set<SavedJob>();
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<SearchAlert> SearchAlerts => Set<SearchAlert>();
    public DbSet<SearchAlertJob> SearchAlertJobs => Set<SearchAlertJob>();
    public DbSet<ToldJobOffer> ToldJobOffers => Set<ToldJobOffer>();
    public DbSet<ReceiveConditions> ReceiveConditions => Set<ReceiveConditions>();
    public DbSet<ReceiveConditionCode> ReceiveConditionCodes => Set<ReceiveConditionCode>();
    public DbSet<ProviderBlock> ProviderBlocks => Set<ProviderBlock>();
    public DbSet<SeekerAlias> SeekerAliases => Set<SeekerAlias>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<MessageDraft> MessageDrafts => Set<MessageDraft>();
    public DbSet<GuidanceTemplate> GuidanceTemplates => Set<GuidanceTemplate>();
    public DbSet<GuidanceDraft> GuidanceDrafts => Set<GuidanceDraft>();
    public DbSet<GuidanceCount> GuidanceCounts => Set<GuidanceCount>();
    public DbSet<ObtainedProfile> ObtainedProfiles => Set<ObtainedProfile>();
    public DbSet<Complaint> Complaints => Set<Complaint>();
    public DbSet<ComplaintEvidence> ComplaintEvidence => Set<ComplaintEvidence>();
    public DbSet<Violation> Violations => Set<Violation>();
    public DbSet<CorrectionOrder> CorrectionOrders => Set<CorrectionOrder>();
    public DbSet<RecordChange> RecordChanges => Set<RecordChange>();
    public DbSet<FeedMark> FeedMarks => Set<FeedMark>();
    public DbSet<RemovalProposal> RemovalProposals => Set<RemovalProposal>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<DeskItemId>().HaveConversion<TypedIdConverter<DeskItemId>>();
        conventions.Properties<JobOfferId>().HaveConversion<TypedIdConverter<JobOfferId>>();
        conventions.Properties<JobDraftId>().HaveConversion<TypedIdConverter<JobDraftId>>();
        conventions.Properties<OfficeId>().HaveConversion<TypedIdConverter<OfficeId>>();
        conventions.Properties<SeekerId>().HaveConversion<TypedIdConverter<SeekerId>>();
        conventions.Properties<SeekerRegistrationId>().HaveConversion<TypedIdConverter<SeekerRegistrationId>>();
        conventions.Properties<SavedSearchId>().HaveConversion<TypedIdConverter<SavedSearchId>>();
        conventions.Properties<DirectRequestId>().HaveConversion<TypedIdConverter<DirectRequestId>>();
        conventions.Properties<SelfApplicationId>().HaveConversion<TypedIdConverter<SelfApplicationId>>();
        conventions.Properties<InterviewId>().HaveConversion<TypedIdConverter<InterviewId>>();
        conventions.Properties<ContactInquiryId>().HaveConversion<TypedIdConverter<ContactInquiryId>>();
        conventions.Properties<ConsultationId>().HaveConversion<TypedIdConverter<ConsultationId>>();
        conventions.Properties<ReferralId>().HaveConversion<TypedIdConverter<ReferralId>>();
        conventions.Properties<ProviderId>().HaveConversion<TypedIdConverter<ProviderId>>();
        conventions.Properties<ConversationId>().HaveConversion<TypedIdConverter<ConversationId>>();
        conventions.Properties<ComplaintId>().HaveConversion<TypedIdConverter<ComplaintId>>();
        conventions.Properties<ViolationId>().HaveConversion<TypedIdConverter<ViolationId>>();
        conventions.Properties<CorrectionOrderId>().HaveConversion<TypedIdConverter<CorrectionOrderId>>();
        conventions.Properties<RemovalProposalId>().HaveConversion<TypedIdConverter<RemovalProposalId>>();
        var job = conventions.Properties<JobNumber>().HaveConversion<JobNumberConverter>().HaveMaxLength(14).AreUnicode(false);
        var office = conventions.Properties<OfficeNumber>().HaveConversion<OfficeNumberConverter>().HaveMaxLength(13).AreUnicode(false);
        var registration = conventions.Properties<RegistrationNumber>().HaveConversion<RegistrationNumberConverter>().HaveMaxLength(14).AreUnicode(false);
        var profile = conventions.Properties<PublicNumber>().HaveConversion<PublicNumberConverter>().HaveMaxLength(11).AreUnicode(false);
        var alias = conventions.Properties<AliasNumber>().HaveConversion<AliasNumberConverter>().HaveMaxLength(11).AreUnicode(false);
        var licence = conventions.Properties<LicenceNumber>().HaveConversion<LicenceNumberConverter>().HaveMaxLength(11);
        var mark = conventions.Properties<PrivacyMarkNumber>().HaveConversion<PrivacyMarkNumberConverter>().HaveMaxLength(12).AreUnicode(false);
        foreach (var text in new PropertiesConfigurationBuilder[] { conventions.Properties<string>(), job, office, registration, profile, alias, licence, mark })
            if (Collation is not null)
                text.UseCollation(Collation);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountMapping.Map(builder);
        FormDraftMapping.Map(builder);
        AuditMapping.Map(builder);
        NotificationMapping.Map(builder);
        DeskMapping.Map(builder);
        JobMapping.Map(builder);
        CheckingMapping.Map(builder);
        OfficeProfileMapping.Map(builder);
        ProviderMapping.Map(builder);
        SeekerMapping.Map(builder);
        ProvisionMapping.Map(builder);
        SavedMapping.Map(builder);
        DirectRequestMapping.Map(builder);
        ApplicationMapping.Map(builder);
        InterviewMapping.Map(builder);
        DocumentMapping.Map(builder);
        MessagingMapping.Map(builder);
        CounsellingMapping.Map(builder);
        OversightMapping.Map(builder);
        FeedMapping.Map(builder, onSqlServer: this is SqlServerHelloWorkDbContext);
    }

    /// <summary>
    /// How text compares: ordinally on both databases (null: the database does so already). Whatever collation a server was set up
    /// with, two texts are equal when they are the same text; what should be found in any width or kana is normalised first.
    /// </summary>
    protected abstract string? Collation { get; }
}

/// <summary>The embedded default.</summary>
public sealed class SqliteHelloWorkDbContext(DbContextOptions<SqliteHelloWorkDbContext> options) : HelloWorkDbContext(options)
{
    protected override string? Collation => null;
}

/// <summary>Production.</summary>
public sealed class SqlServerHelloWorkDbContext(DbContextOptions<SqlServerHelloWorkDbContext> options) : HelloWorkDbContext(options)
{
    protected override string? Collation => "Japanese_XJIS_140_BIN2";
}
