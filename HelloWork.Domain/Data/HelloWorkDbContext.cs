using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Data;

/// <summary>
/// The portal's database. Two contexts derive from it, one per database, each with its own migrations; verbs know only this one.
/// A context lives for one call, never for a circuit.
/// </summary>
public abstract class HelloWorkDbContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();
    public DbSet<Office> Offices => Set<Office>();
    public DbSet<OfficeMember> OfficeMembers => Set<OfficeMember>();
    public DbSet<JobOffer> JobOffers => Set<JobOffer>();
    public DbSet<JobOfferPlace> JobOfferPlaces => Set<JobOfferPlace>();
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
    public DbSet<ContactInquiry> ContactInquiries => Set<ContactInquiry>();
    public DbSet<Consultation> Consultations => Set<Consultation>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<JobOfferId>().HaveConversion<TypedIdConverter<JobOfferId>>();
        conventions.Properties<OfficeId>().HaveConversion<TypedIdConverter<OfficeId>>();
        conventions.Properties<SeekerId>().HaveConversion<TypedIdConverter<SeekerId>>();
        conventions.Properties<SeekerRegistrationId>().HaveConversion<TypedIdConverter<SeekerRegistrationId>>();
        conventions.Properties<DirectRequestId>().HaveConversion<TypedIdConverter<DirectRequestId>>();
        conventions.Properties<SelfApplicationId>().HaveConversion<TypedIdConverter<SelfApplicationId>>();
        conventions.Properties<ContactInquiryId>().HaveConversion<TypedIdConverter<ContactInquiryId>>();
        conventions.Properties<ConsultationId>().HaveConversion<TypedIdConverter<ConsultationId>>();
        conventions.Properties<JobNumber>().HaveConversion<JobNumberConverter>().HaveMaxLength(14).AreUnicode(false);
        conventions.Properties<OfficeNumber>().HaveConversion<OfficeNumberConverter>().HaveMaxLength(13).AreUnicode(false);
        conventions.Properties<RegistrationNumber>().HaveConversion<RegistrationNumberConverter>().HaveMaxLength(14).AreUnicode(false);
        conventions.Properties<PublicNumber>().HaveConversion<PublicNumberConverter>().HaveMaxLength(11).AreUnicode(false);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountMapping.Map(builder);
        AuditMapping.Map(builder);
        NotificationMapping.Map(builder);
        JobMapping.Map(builder, SearchCollation);
        SeekerMapping.Map(builder, SearchCollation);
        DirectRequestMapping.Map(builder);
        ApplicationMapping.Map(builder);
        CounsellingMapping.Map(builder);
    }

    /// <summary>How normalised search columns compare: ordinally on both databases (null: the database's default does so already).</summary>
    protected abstract string? SearchCollation { get; }
}

/// <summary>The embedded default.</summary>
public sealed class SqliteHelloWorkDbContext(DbContextOptions<SqliteHelloWorkDbContext> options) : HelloWorkDbContext(options)
{
    protected override string? SearchCollation => null;
}

/// <summary>Production.</summary>
public sealed class SqlServerHelloWorkDbContext(DbContextOptions<SqlServerHelloWorkDbContext> options) : HelloWorkDbContext(options)
{
    protected override string? SearchCollation => "Japanese_XJIS_140_BIN2";
}
