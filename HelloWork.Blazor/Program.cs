using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Applications;
using HelloWork.Blazor.Audit;
using HelloWork.Blazor.Commands;
using HelloWork.Blazor.DirectRequests;
using HelloWork.Blazor.Employers.Drafting;
using HelloWork.Blazor.Employers.Profile;
using HelloWork.Blazor.Hosting;
using HelloWork.Blazor.Jobs.Desk;
using HelloWork.Blazor.Live;
using HelloWork.Blazor.Messaging;
using HelloWork.Blazor.Notifications;
using HelloWork.Blazor.Oversight;
using HelloWork.Blazor.Scheduling;
using HelloWork.Blazor.Seekers.Provision;
using HelloWork.Blazor.Shell;

var builder = HostingSetup.CreateBuilder(args);
builder.AddPortalClock();
builder.AddPortalDatabase();
builder.AddPortalShell();
builder.AddPortalAccounts();
builder.AddPortalNotifications();
builder.AddPortalLive();
builder.AddPortalScheduling();

var app = builder.Build();
if (PortalCommand.Find(args) is { } command)
    return await command.RunAsync(app.Services);

await app.PrepareDatabaseAsync();
app.UsePortalShell();
app.MapPortalAccounts();
app.MapRequestDrafts();
app.MapJobDrafts();
app.MapJobChecks();
app.MapOfficePictures();
app.MapApplicationDrafts();
app.MapPortalLive();
app.MapConversationDrafts();
app.MapProviderBlocks();
app.MapGuidanceDrafts();
app.MapOrderDrafts();
app.MapProvision();
app.MapAuditExport();
app.MapEvidence();
await app.RunAsync();
return 0;
